package org.bihuan.rectification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.bihuan.findings.DocumentKind;
import org.bihuan.rectification.CaseDocument;
import org.bihuan.rectification.CaseFigure;
import org.bihuan.rectification.CaseSource;
import org.bihuan.rectification.MeasureSample;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ui.Facts;
import org.bihuan.testing.MockScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sentence that a text's figures and documents make; the words between them appear as their keys. */
@ExtendWith(MockScreen.class)
class SourceWordsTest {

    /** Says what it is asked for behind the key. */
    private static final class Spoken extends Div {

        private static final long serialVersionUID = 1L;

        @Override
        public String getTranslation(String key, Object... said) {
            return said.length == 0 ? "; " : key.substring(key.lastIndexOf('.') + 1) + "(" + said[0] + ")";
        }
    }

    private static CaseFigure figure(String amount, String clause) {
        return new CaseFigure(new BigDecimal(amount), "家", clause, null, false, false);
    }

    private static String reached(String marker, List<CaseFigure> figures, CaseDocument... documents) {
        return SourceWords.reached(
                new Spoken(), new CaseSource(figures, Stream.of(documents).toList()), marker);
    }

    @Test
    void each_clause_is_said_once_and_a_document_that_is_made_is_said_to_be_there() {
        assertThat(reached(
                        "",
                        List.of(
                                figure("3000", "走访3000家企业、40个楼宇"),
                                figure("40", "走访3000家企业、40个楼宇"),
                                figure("12", "走访3000家企业、40个楼宇，增长12%"),
                                figure("5", "培训5次")),
                        new CaseDocument("《走访办法》", DocumentKind.NEW, null),
                        new CaseDocument("《考勤办法》", DocumentKind.REVISED, "虹办〔2025〕1号")))
                .isEqualTo("sentence(走访3000家企业、40个楼宇，增长12%; 培训5次; NEW(《走访办法》); REVISED(《考勤办法》))");
    }

    @Test
    void a_document_that_is_only_applied_or_stands_in_a_clause_is_not_said() {
        assertThat(reached(
                        "",
                        List.of(figure("3", "印发《走访办法》3份")),
                        new CaseDocument("《走访办法》", DocumentKind.NEW, null),
                        new CaseDocument("《处分条例》", DocumentKind.EXTERNAL, null),
                        new CaseDocument("《老办法》", DocumentKind.EXISTING, null)))
                .isEqualTo("sentence(印发《走访办法》3份)");
        assertThat(reached("", List.of(), new CaseDocument("《处分条例》", DocumentKind.EXTERNAL, null)))
                .isEmpty();
    }

    @Test
    void the_sentence_does_not_begin_with_the_number_of_the_measure() {
        String marker = MeasureSample.of(CaseNumber.problem("XH2025", 1), 1)
                .saying("走访20户。", "一是走访20户。二是再说。", null)
                .view()
                .marker();
        assertThat(marker).isEqualTo("一是");
        assertThat(reached(marker, List.of(figure("20", "一是走访20户")))).isEqualTo("sentence(走访20户)");
        assertThat(MeasureSample.of(CaseNumber.problem("XH2025", 1), 1)
                        .saying("改过的标题", "一是走访20户。", null)
                        .view()
                        .marker())
                .isEmpty();
    }

    @Test
    void the_figures_of_one_clause_share_a_line() {
        Facts facts = new Facts();
        SourceWords.add(
                facts,
                new CaseSource(
                        List.of(
                                figure("3000", "走访3000家企业、40个楼宇"),
                                figure("5", "培训5次"),
                                figure("40", "走访3000家企业、40个楼宇")),
                        List.of()));
        UnorderedList list = _get(facts, UnorderedList.class);
        assertThat(list.getChildren().map(ListItem.class::cast))
                .extracting(item -> item.getChildren().count())
                .containsExactly(3L, 2L);
    }
}
