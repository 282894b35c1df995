package org.cleanclaim.kernel.party;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to call (PER segment).
///
/// @param numbers up to three, in the order sent
/// @param function PER01: IC information, BL technical department, CX claims department ...
public record Contact(@Nullable String name, List<Channel> numbers, String function) {
  private static final String PHONE = "TE";
  private static final String EMAIL = "EM";

  public Contact {
    numbers = List.copyOf(numbers);
  }

  /// A contact for information.
  public Contact(@Nullable String name, @Nullable String phone, @Nullable String email) {
    this(name, numbers(phone, email), "IC");
  }

  /// How to reach somebody.
  ///
  /// @param kind TE telephone, EX extension, FX fax, EM electronic mail, UR web address
  public record Channel(String kind, String value) {}

  public @Nullable String phone() {
    return first(PHONE);
  }

  public @Nullable String email() {
    return first(EMAIL);
  }

  /// The same contact for another purpose.
  public Contact as(String other) {
    return new Contact(name, numbers, other);
  }

  private @Nullable String first(String kind) {
    for (Channel number : numbers) {
      if (number.kind().equals(kind)) return number.value();
    }
    return null;
  }

  private static List<Channel> numbers(@Nullable String phone, @Nullable String email) {
    var numbers = new ArrayList<Channel>(2);
    if (phone != null) numbers.add(new Channel(PHONE, phone));
    if (email != null) numbers.add(new Channel(EMAIL, email));
    return numbers;
  }
}
