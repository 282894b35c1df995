package org.cleanclaim.x12;

import java.util.List;
import org.cleanclaim.x12.lexer.Segment;

/// What a file holds before, or without, an ISA: nobody can be answered, but it can be read.
///
/// @param groups with empty control data where GS is missing too
/// @param source all segments as they came
public record Outside(List<ReadGroup> groups, List<Segment> source) {
  public static final Outside NOTHING = new Outside(List.of(), List.of());

  public Outside {
    groups = List.copyOf(groups);
    source = List.copyOf(source);
  }
}
