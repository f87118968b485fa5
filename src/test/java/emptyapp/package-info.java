/**
 * An application of Camunda and Vaadin with nothing in it: what the product's start is measured against.
 * Outside of the product's packages, so that the product does not take its screen for one of its own.
 */
@NullMarked
package emptyapp;

import org.jspecify.annotations.NullMarked;
