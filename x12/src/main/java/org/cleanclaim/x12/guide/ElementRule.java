package org.cleanclaim.x12.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a guide asks of one element or component.
///
/// @param codes the codes allowed, or null when they are not limited here
/// @param outsideList the list of another publisher that the code stands on, such as `carc`
/// @param components empty for a simple element
record ElementRule(
    ElementShape shape,
    Usage usage,
    @Nullable Codes codes,
    @Nullable String outsideList,
    List<ElementRule> components) {

  /// Whether an element has to be there.
  enum Usage {
    REQUIRED,
    SITUATIONAL,
    UNUSED
  }

  ElementRule {
    components = List.copyOf(components);
  }

  /// An element about which the guide is silent.
  static ElementRule silent(ElementShape shape, Usage usage) {
    var components = shape.components().stream().map(c -> silent(c, Usage.SITUATIONAL)).toList();
    return new ElementRule(shape, usage, null, null, components);
  }
}
