package org.cleanclaim.codesets.book;

import java.util.List;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;

/// How far the characters chosen so far lead towards an ICD-10-PCS code.
public sealed interface ProcedureStep {

  /// More is to be chosen.
  ///
  /// @param code the characters so far
  /// @param chosen what they mean, in order
  /// @param position 1 to 7, of the character that comes next
  /// @param axis what it stands for: `Approach`
  /// @param options each leads to at least one valid code
  record Open(String code, List<Choice> chosen, int position, String axis, List<Option> options)
      implements ProcedureStep {
    public Open {
      chosen = List.copyOf(chosen);
      options = List.copyOf(options);
    }
  }

  /// All seven characters are chosen and valid together.
  record Complete(String code, List<Choice> chosen) implements ProcedureStep {
    public Complete {
      chosen = List.copyOf(chosen);
    }

    /// The choices in words, as the tables have them.
    public String words() {
      return String.join(", ", chosen.stream().map(Choice::meaning).toList());
    }
  }

  /// A character does not go with those before it.
  ///
  /// @param position 1 to 7, of the character that is refused
  record Refused(String code, int position, String reason, String remedy)
      implements ProcedureStep {}

  /// A character that may come next.
  ///
  /// @param definition what the value means, where the definitions are installed; else empty
  record Option(char character, String meaning, String definition) {}
}
