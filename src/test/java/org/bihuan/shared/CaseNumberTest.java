package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class CaseNumberTest {

    @Test
    void numbers_sort_as_people_count_beyond_ninety_nine_as_well() {
        List<String> inOrder = List.of(
                "XH2025-P02", "XH2025-P02-M03", "XH2025-P10", "XH2025-P99-M99", "XH2025-P99-M100", "XH2025-P100");
        assertThat(inOrder.stream().map(CaseNumber::new).sorted().map(CaseNumber::value))
                .containsExactlyElementsOf(inOrder);
        assertThat(inOrder.stream().map(number -> new CaseNumber(number).sortKey()))
                .isSorted();
        assertThat(Stream.of("XH2025-P02-M03", "XH2025-P100").map(number -> new CaseNumber(number).sortKey()))
                .containsExactly("XH2025-P002-M003", "XH2025-P100");
    }
}
