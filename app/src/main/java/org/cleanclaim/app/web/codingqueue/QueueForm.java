package org.cleanclaim.app.web.codingqueue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.codingqueue.QueueCriteria;
import org.cleanclaim.app.codingqueue.QueueCriteria.Need;
import org.cleanclaim.app.codingqueue.QueueOrder;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A queue as the editor's form sends it: lists with commas between, numbers as typed.
///
/// @param id of the queue that is changed; null for a new one
record QueueForm(
    @Nullable UUID id,
    @Nullable String name,
    @Nullable List<String> setting,
    @Nullable String specialties,
    @Nullable String payers,
    @Nullable List<String> payerClass,
    @Nullable String providers,
    @Nullable String oldest,
    @Nullable String newest,
    @Nullable String least,
    @Nullable String most,
    @Nullable String documents,
    @Nullable Need need,
    @Nullable QueueOrder order,
    @Nullable String credentials,
    @Nullable String place) {
  private static final String DAYS = "Days since the service are a whole number, such as 30.";

  String called() {
    return name == null ? "" : name;
  }

  QueueCriteria criteria() {
    return new QueueCriteria(
        setting == null ? List.of() : setting,
        parts(specialties),
        parts(payers),
        payerClass == null ? List.of() : payerClass,
        parts(providers),
        number(oldest, DAYS),
        number(newest, DAYS),
        money(least),
        money(most),
        parts(documents),
        need == null ? Need.OPEN : need);
  }

  QueueOrder sequence() {
    return order == null ? QueueOrder.OLDEST_SERVICE : order;
  }

  List<String> anyOfCredentials() {
    return parts(credentials).stream().map(c -> c.toUpperCase(Locale.ROOT)).toList();
  }

  int placeOr(int usual) {
    Integer typed = number(place, "The place is a whole number, the smallest first.");
    return typed == null ? usual : typed;
  }

  private static List<String> parts(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  private static @Nullable Integer number(@Nullable String text, String otherwise) {
    if (text == null || text.isBlank()) return null;
    if (!text.strip().matches("\\d{1,5}")) throw new StaffRefusal(otherwise);
    return Integer.valueOf(text.strip());
  }

  private static @Nullable Money money(@Nullable String text) {
    if (text == null || text.isBlank()) return null;
    return Money.parse(text.strip())
        .orElseThrow(() -> new StaffRefusal("Charges are dollars, for example 2500 or 99.50."));
  }
}
