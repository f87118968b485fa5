package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;

import org.bihuan.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.ContentDisposition;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class EvidenceControllerTest {

    private Bench bench;
    private MockMvc http;

    @BeforeEach
    void setUp(@TempDir Path folder) {
        bench = new Bench(folder, Clock.systemUTC());
        http = MockMvcBuilders.standaloneSetup(new EvidenceController(bench.evidence, bench.current))
                .build();
    }

    @Test
    void aDownloadCarriesItsChineseNameAndRunsNothing() throws Exception {
        long id = add("整改 报告.pdf", Samples.PDF);
        http.perform(get("/evidence/" + id))
                .andExpect(status().isOk())
                .andExpect(content().bytes(Samples.PDF))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string(
                                "Content-Disposition",
                                allOf(
                                        startsWith("attachment"),
                                        containsString(
                                                "filename*=UTF-8''%E6%95%B4%E6%94%B9%20%E6%8A%A5%E5%91%8A.pdf"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Cache-Control", containsString("private")));
    }

    @Test
    void aNameCanEndNeitherItsOwnParameterNorTheHeader() throws Exception {
        String name = "关于\"三项\"; filename=\"evil.html\"; x.pdf";
        String header = String.valueOf(http.perform(get("/evidence/" + add(name, Samples.PDF)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeader("Content-Disposition"));
        assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo(name);
        assertThat(header.replaceAll("\"[^\"]*\"", ""))
                .matches("attachment; filename=; filename\\*=UTF-8''[A-Za-z0-9%._-]+");
        assertThatThrownBy(() -> add("a\r\nSet-Cookie: b=c.pdf", Samples.PDF)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void aPictureIsShownInASandbox() throws Exception {
        http.perform(get("/evidence/" + add("a.png", Samples.PNG) + "/preview"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("inline")))
                .andExpect(header().string("Content-Security-Policy", startsWith("default-src 'none'; sandbox;")));
    }

    @Test
    void aPdfIsShownWithoutASandboxButWithoutScriptsOrSources() throws Exception {
        http.perform(get("/evidence/" + add("a.pdf", Samples.PDF) + "/preview"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(startsWith("default-src 'none'"), not(containsString("sandbox")))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void whatABrowserWouldInterpretHasNoPreview() throws Exception {
        http.perform(get("/evidence/" + add("a.txt", Samples.text("文字")) + "/preview"))
                .andExpect(status().isNotFound());
        http.perform(get("/evidence/" + add("a.docx", Samples.docx()) + "/preview"))
                .andExpect(status().isNotFound());
    }

    @Test
    void aRangeIsAnswered() throws Exception {
        byte[] part = http.perform(get("/evidence/" + add("a.pdf", Samples.PDF)).header("Range", "bytes=0-3"))
                .andExpect(status().isPartialContent())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(part).isEqualTo(Arrays.copyOf(Samples.PDF, 4));
    }

    @Test
    void whatMayNotBeReadIsNotFound() throws Exception {
        long id = add("a.png", Samples.PNG);
        when(bench.access.mayRead(anyString(), any())).thenReturn(false);
        http.perform(get("/evidence/" + id)).andExpect(status().isNotFound());
        http.perform(get("/evidence/" + id + "/preview")).andExpect(status().isNotFound());
        http.perform(get("/evidence/1")).andExpect(status().isNotFound());
        http.perform(get("/evidence/9999999999999999999")).andExpect(status().isNotFound());
    }

    private long add(String name, byte[] content) {
        return bench.evidence
                .add(
                        new NewEvidence(Bench.CASE, EvidenceKind.DOCUMENT, name, 1),
                        new ByteArrayInputStream(content),
                        Bench.HANDLER)
                .id();
    }
}
