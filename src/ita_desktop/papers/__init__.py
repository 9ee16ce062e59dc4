"""What stands on a paper: the document model, composing, wording, page forms, kinds."""
