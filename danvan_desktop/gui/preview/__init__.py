"""The real pages beside the editor: a worker process sets and draws them, the window only shows pictures."""
