"""The look of the window: colours and sizes by what they mean, the palette and the style sheet of them."""
