"""Imported by the process from which workers are forked, and by nobody else.

What a parse loads when it first needs it (dictionaries, vocabulary, validators) is loaded here once, so that a new
worker has it at no cost.
"""

import gc
from importlib import import_module

from jdparse import emit, pipeline

import_module("jdparse.loaders.docx")
for text in ("崗位名稱:倉管\n岗位职责:\n1、收货,发货\n", "<html><body><p>岗位名称：仓管</p></body></html>"):
    emit.to_json(pipeline.parse(text.encode()).data)
gc.freeze()  # so that a worker's collector does not touch, and thereby copy, the pages that it shares
