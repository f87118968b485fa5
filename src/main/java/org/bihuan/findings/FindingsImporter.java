package org.bihuan.findings;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reader and parser behind one face. */
@Component
class FindingsImporter implements FindingsImport {

    private final FindingsReader reader;
    private final long maxBytes;
    private final FindingsParser parser = new FindingsParser();

    FindingsImporter(@Value("${bihuan.findings.max-bytes:5242880}") long maxBytes) {
        this.maxBytes = maxBytes;
        this.reader = new FindingsReader(maxBytes);
    }

    @Override
    public FindingsDraft parseText(String text) {
        return parser.parse(reader.pasted(text));
    }

    @Override
    public String readFile(String name, InputStream content, long declaredSize) throws IOException {
        return reader.file(name, content, declaredSize);
    }

    @Override
    public long maxBytes() {
        return maxBytes;
    }

    @Override
    public FindingsDraft parseFile(String name, InputStream content, long declaredSize) throws IOException {
        return parser.parse(reader.file(name, content, declaredSize));
    }
}
