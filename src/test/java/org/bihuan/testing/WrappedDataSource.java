package org.bihuan.testing;

import java.util.function.UnaryOperator;
import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;

/** Gives the product another data source around its own: one that counts, or explains, or refuses. */
public record WrappedDataSource(UnaryOperator<DataSource> wrapping) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource source ? wrapping.apply(source) : bean;
    }
}
