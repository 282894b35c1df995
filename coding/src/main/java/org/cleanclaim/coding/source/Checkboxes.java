package org.cleanclaim.coding.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Choices of a form that nobody checked say nothing. Their characters become blanks, so that all
/// others keep their place.
///
/// @param unchecked how many there were
record Checkboxes(String text, int unchecked) {
  private static final Pattern UNCHECKED =
      Pattern.compile("(?:\\[ ?]|\\( {1,2}\\)|\u2610)[^\\n\\[(\u2610\u2611\u2612]*");

  static Checkboxes of(String text) {
    Matcher box = UNCHECKED.matcher(text);
    StringBuilder blanked = null;
    int unchecked = 0;
    while (box.find()) {
      if (blanked == null) blanked = new StringBuilder(text);
      for (int i = box.start(); i < box.end(); i++) {
        if (text.charAt(i) != '\r') blanked.setCharAt(i, ' ');
      }
      unchecked++;
    }
    return new Checkboxes(blanked == null ? text : blanked.toString(), unchecked);
  }
}
