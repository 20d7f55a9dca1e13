"""Parts of the paper shown beside the fields that fill them."""
