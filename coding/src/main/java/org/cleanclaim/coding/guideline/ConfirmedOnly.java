package org.cleanclaim.coding.guideline;

import java.util.List;

/// Infections that are coded when they are confirmed only. The rule that a hospital codes an
/// uncertain diagnosis of discharge as if it existed (Official Guidelines II.H) does not hold for
/// them: HIV (I.C.1.a.1), Zika (I.C.1.f), COVID-19 and what it leads to (I.C.1.g.1.a), and
/// influenza whose virus is identified (I.C.10.c).
public final class ConfirmedOnly {
  public static final String WHY =
      "coded only when confirmed (I.C.1.a.1, I.C.1.f, I.C.1.g, I.C.10.c)";

  private static final List<String> INFECTIONS =
      List.of("B20", "Z21", "A925", "U071", "J1282", "J09", "J10");

  private ConfirmedOnly() {}

  public static boolean is(String code) {
    return INFECTIONS.stream().anyMatch(code::startsWith);
  }
}
