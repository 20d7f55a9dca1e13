"""D. Ký, nơi nhận: signature and recipients."""
