"""Web archives, written for tests and measurements: what is read is not written by what reads it."""

from uuid import NAMESPACE_URL, uuid5


def archived(address: str, data: bytes, *, status: str = "200 OK", media: str = "text/html; charset=gb18030") -> bytes:
    """A response in a web archive (WARC 1.1, 5 and 6.3)."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data
    fields = {
        "WARC-Type": "response",
        "WARC-Target-URI": address,
        "WARC-Date": "2026-01-01T00:00:00Z",
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, address)}>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(http)),
    }
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n"
    return head.encode() + http + b"\r\n\r\n"
