"""The article as it was published, and the places in it: blocks, sentences, tokens, quotation marks.

Nothing here changes a character. Everything found is a span of code points into the untouched text.
"""
