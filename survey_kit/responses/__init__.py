"""What came back: files, platform dialects, decoding, screening."""
