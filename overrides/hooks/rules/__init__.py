"""What a text must keep to. Each module holds one kind of rule: pure functions from the model to problems."""
