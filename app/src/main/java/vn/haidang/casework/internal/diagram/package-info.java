/** The picture of a procedure: its graph, where everything stands, and the same as BPMN 2.0. */
@NullMarked
package vn.haidang.casework.internal.diagram;

import org.jspecify.annotations.NullMarked;
