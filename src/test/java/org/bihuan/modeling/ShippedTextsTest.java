package org.bihuan.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.bihuan.shared.ModelText;
import org.bihuan.shared.Texts;
import org.junit.jupiter.api.Test;

class ShippedTextsTest {

    private static final String STEP = "userTask_carryOut";

    /** In English each text is its key; in Chinese none is written. */
    private static final class Keys implements Texts {

        @Override
        public String get(Locale locale, String key, Object... args) {
            return key;
        }

        @Override
        public String get(String key, Object... args) {
            return key;
        }

        @Override
        public boolean has(Locale locale, String key) {
            return locale.equals(Locale.ENGLISH) && !key.endsWith(".serviceTask_remind.name");
        }
    }

    private final ShippedTexts models = new ShippedTexts(new Keys(), "file:processes/*.bpmn");

    private String english(String element, String text) {
        return models.name(new ModelText(element, text), Locale.ENGLISH);
    }

    @Test
    void a_shipped_step_is_told_in_english_wherever_somebody_wrote_it() {
        assertThat(english(STEP, "落实整改措施")).isEqualTo("model.measure-rectification.userTask_carryOut.name");
        assertThat(english("flow_planReturned", "退回")).isEqualTo("model.problem-rectification.flow_planReturned.name");
        assertThat(english("serviceTask_remind", "提醒责任人")).isEqualTo("提醒责任人");
    }

    @Test
    void chinese_readers_read_the_model_itself() {
        assertThat(models.name(new ModelText(STEP, "落实整改措施"), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("落实整改措施");
    }

    @Test
    void what_an_admin_drew_or_worded_otherwise_stays_as_it_was_written() {
        assertThat(english("userTask_ours", "落实整改措施")).isEqualTo("落实整改措施");
        assertThat(english(STEP, "落实整改（三个月）")).isEqualTo("落实整改（三个月）");
        assertThat(english("gateway_unnamed", "")).isEmpty();
    }

    @Test
    void the_documentation_goes_by_its_own_wording() {
        String shipped =
                "责任人按措施要求开展整改，填写整改进展和成效，上传本类措施要求的佐证材料；被退回的，先看退回意见再补做，既往版本保留。完成标准：销号标准逐条落实，要求的佐证材料齐全，整改情况说明已填写。";
        assertThat(models.documentation(new ModelText(STEP, "\n " + shipped + " "), Locale.ENGLISH))
                .isEqualTo("model.measure-rectification.userTask_carryOut.doc");
        assertThat(models.documentation(new ModelText(STEP, "本街道另有规定。"), Locale.ENGLISH))
                .isEqualTo("本街道另有规定。");
    }
}
