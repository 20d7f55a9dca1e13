"""Print preview beside the editor: a worker process typesets and rasterises, the window shows the images."""
