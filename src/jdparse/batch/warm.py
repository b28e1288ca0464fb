"""Imported by the process from which workers are forked, and by nobody else.

What a parse loads when it first needs it (dictionaries, vocabulary, validators) is loaded here once, so that a new
worker has it at no cost.
"""

import gc

import jdparse.loaders.docx
import jdparse.loaders.html  # noqa: F401
from jdparse import emit, pipeline

emit.to_json(pipeline.parse("崗位名稱:倉管\n岗位职责:\n1、收货,发货\n".encode(), "warm.txt").record)
gc.freeze()  # so that a worker's collector does not touch, and thereby copy, the pages that it shares
