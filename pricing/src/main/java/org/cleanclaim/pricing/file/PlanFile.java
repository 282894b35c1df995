package org.cleanclaim.pricing.file;

import java.io.Reader;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.pricing.CodeScope;
import org.cleanclaim.pricing.benefit.BenefitLimit;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.BenefitPlan.CarryOver;
import org.cleanclaim.pricing.benefit.CategoryBenefit;
import org.cleanclaim.pricing.benefit.CostShare;
import org.cleanclaim.pricing.benefit.FamilyLimit;
import org.cleanclaim.pricing.benefit.FamilyLimit.FamilySharing;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.benefit.TierBenefits;
import org.cleanclaim.pricing.cob.SecondaryBenefit;

/// Reads a plan with its categories and members.
public final class PlanFile {
  private static final BigDecimal WHOLE = BigDecimal.ONE;
  private static final String SLUG = "[a-z][a-z0-9_-]{1,30}";

  /// Categories that a high deductible plan may pay before the deductible. Source: 26 USC
  /// 223(c)(2)(C) and (E).
  private static final Set<ServiceCategory> BEFORE_HIGH_DEDUCTIBLE =
      Set.of(new ServiceCategory("preventive"), new ServiceCategory("telehealth"));

  /// Who bears the charge above the allowed amount.
  private enum Excess {
    PROVIDER,
    PATIENT
  }

  private enum Deductible {
    HIGH,
    USUAL
  }

  private PlanFile() {}

  /// Reads a plan file.
  ///
  /// @param name of the file, for messages
  public static FileResult<PlanTerms> read(String name, Reader source) {
    var problems = new ArrayList<String>();
    var root = Entry.read(name, source, problems);
    if (root == null) return new FileResult.Refused<>(problems);
    String title = root.text("plan");
    var period = root.period();
    var yearBegins = yearBegins(root);
    var tiers = tiers(root);
    var excluded = slugs(root, "excluded");
    var limits = limits(root);
    var relief = shares(root, "relief", CostShare.USUAL_RELIEF);
    if (Set.copyOf(relief).size() < CostShare.values().length) {
      root.refuse("relief", "it does not name all shares", "Name each of them once");
    }
    var carryOver = root.choice("carry_over", CarryOver.class, CarryOver.NONE);
    var deductible = root.choice("deductible", Deductible.class, Deductible.USUAL);
    if (deductible == Deductible.HIGH) refuseFirstDollar(root, tiers);
    var coordination =
        root.choice(
            "coordination", SecondaryBenefit.Method.class, SecondaryBenefit.Method.STANDARD);
    var categories = categories(root);
    var members = MemberEntries.read(root, tiers.keySet());
    root.finish();
    if (!problems.isEmpty()) return new FileResult.Refused<>(problems);
    var plan =
        new BenefitPlan(
            title, period, yearBegins, tiers, excluded, limits, relief, carryOver, coordination);
    return new FileResult.Read<>(new PlanTerms(plan, categories, members));
  }

  private static MonthDay yearBegins(Entry root) {
    String text = root.optionalText("year_begins");
    if (text == null) return MonthDay.of(1, 1);
    if (text.matches("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d)")) return MonthDay.parse("--" + text);
    root.refuse("year_begins", "\"" + text + "\" is no day", "Write month and day as 01-01");
    return MonthDay.of(1, 1);
  }

  private static Map<NetworkTier, TierBenefits> tiers(Entry root) {
    var tiers = new HashMap<NetworkTier, TierBenefits>();
    var entry = root.entry("tiers");
    if (entry == null) {
      if (!root.has("tiers")) {
        root.refuse("tiers", "it is missing", "Add in_network with its benefits");
      }
      return tiers;
    }
    for (String name : entry.names()) {
      var tier = entry.entry(name);
      if (tier == null) continue;
      if (!name.matches(SLUG)) {
        entry.refuse(name, "it is no name of a tier", "Write it as in_network");
        continue;
      }
      tiers.put(new NetworkTier(name), tier(tier));
    }
    if (tiers.isEmpty()) root.refuse("tiers", "there is none", "Add in_network");
    for (var tier : tiers.entrySet()) {
      if (!tiers.keySet().containsAll(tier.getValue().countsToward())) {
        entry.refuse(
            tier.getKey().slug(),
            "it counts toward a tier that the plan does not have",
            "Name one of the plan's tiers");
      }
    }
    return tiers;
  }

  private static TierBenefits tier(Entry entry) {
    var toward = new HashSet<NetworkTier>();
    for (String slug : entry.list("counts_toward")) {
      if (slug.matches(SLUG)) toward.add(new NetworkTier(slug));
      else entry.refuse("counts_toward", "\"" + slug + "\" is no tier", "Name a tier of the plan");
    }
    var deductible = limit(entry, "deductible");
    if (!deductible.exists()) {
      entry.refuse("deductible", "there is no amount", "State 0.00 when there is no deductible");
    }
    var benefits =
        new TierBenefits(
            deductible,
            limit(entry, "out_of_pocket"),
            benefit(entry, "others"),
            benefits(entry),
            toward,
            entry.choice("excess", Excess.class, Excess.PROVIDER) == Excess.PATIENT
                ? AdjustmentGroup.PR
                : AdjustmentGroup.CO);
    entry.finish();
    return benefits;
  }

  private static FamilyLimit limit(Entry tier, String name) {
    var entry = tier.entry(name);
    if (entry == null) return FamilyLimit.NONE;
    var individual = entry.optionalMoney("individual");
    var family = entry.optionalMoney("family");
    var sharing = entry.choice("sharing", FamilySharing.class, FamilySharing.EMBEDDED);
    entry.finish();
    if (sharing == FamilySharing.AGGREGATE && family == null) {
      entry.refuse("sharing", "there is no family amount to share", "Add the family amount");
      return FamilyLimit.NONE;
    }
    return new FamilyLimit(individual, family, sharing);
  }

  private static Map<ServiceCategory, CategoryBenefit> benefits(Entry tier) {
    var benefits = new HashMap<ServiceCategory, CategoryBenefit>();
    var entry = tier.entry("categories");
    if (entry == null) return benefits;
    for (String slug : entry.names()) {
      category(entry, slug, slug).ifPresent(c -> benefits.put(c, benefit(entry, slug)));
    }
    return benefits;
  }

  private static CategoryBenefit benefit(Entry parent, String name) {
    if (parent.isScalar(name)) {
      if ("free".equals(parent.optionalText(name))) return CategoryBenefit.FREE;
      parent.refuse(name, "a single word is free or nothing", "Write free, or its shares");
      return CategoryBenefit.FREE;
    }
    var entry = parent.entry(name);
    if (entry == null) {
      if (!parent.has(name)) parent.refuse(name, "it is missing", "Add its shares, or free");
      return CategoryBenefit.FREE;
    }
    var copay = entry.optionalMoney("copay");
    var coinsurance = entry.optionalShare("coinsurance", WHOLE);
    var usual =
        copay == null
            ? List.of(CostShare.DEDUCTIBLE, CostShare.COINSURANCE)
            : List.of(CostShare.COPAY);
    var order = shares(entry, "order", usual);
    demand(entry, order, CostShare.COPAY, "copay", copay != null);
    demand(entry, order, CostShare.COINSURANCE, "coinsurance", coinsurance != null);
    entry.finish();
    return new CategoryBenefit(
        order,
        copay == null ? Money.ZERO : copay,
        coinsurance == null ? BigDecimal.ZERO : coinsurance);
  }

  private static void demand(
      Entry entry, List<CostShare> order, CostShare share, String name, boolean isStated) {
    if (order.contains(share) && !isStated) {
      entry.refuse(name, "it is missing", "State it, or leave it out of the order");
    } else if (!order.contains(share) && isStated) {
      entry.refuse(name, "the order does not take it", "Name it in \"order\" or take it out");
    }
  }

  private static List<CostShare> shares(Entry entry, String name, List<CostShare> otherwise) {
    if (!entry.has(name)) return otherwise;
    var shares = new ArrayList<CostShare>();
    for (String word : entry.list(name)) {
      var share = Entry.constant(word, CostShare.class);
      if (share.isEmpty() || shares.contains(share.get())) {
        entry.refuse(
            name,
            "\"" + word + "\" is no share or stands there twice",
            "Choose of " + Entry.words(CostShare.class));
        continue;
      }
      shares.add(share.get());
    }
    return shares;
  }

  private static void refuseFirstDollar(Entry root, Map<NetworkTier, TierBenefits> tiers) {
    for (TierBenefits tier : tiers.values()) {
      tier.categories()
          .forEach((category, benefit) -> {
            if (benefit.paysFirstDollar() && !BEFORE_HIGH_DEDUCTIBLE.contains(category)) {
              root.refuse(
                  "deductible",
                  "a high deductible plan pays %s before the deductible".formatted(category.slug()),
                  "Put the deductible first in its order (26 USC 223(c)(2))");
            }
          });
    }
  }

  private static Map<ServiceCategory, BenefitLimit> limits(Entry root) {
    var limits = new HashMap<ServiceCategory, BenefitLimit>();
    var entry = root.entry("limits");
    if (entry == null) return limits;
    for (String slug : entry.names()) {
      var limit = entry.entry(slug);
      if (limit == null) continue;
      var visits = limit.optionalCount("visits");
      var amount = limit.optionalMoney("amount");
      limit.finish();
      if (visits == null && amount == null) {
        entry.refuse(slug, "it limits nothing", "State visits, an amount, or both");
        continue;
      }
      category(entry, slug, slug).ifPresent(c -> limits.put(c, new BenefitLimit(visits, amount)));
    }
    return limits;
  }

  private static Set<ServiceCategory> slugs(Entry root, String name) {
    var categories = new HashSet<ServiceCategory>();
    for (String slug : root.list(name)) category(root, name, slug).ifPresent(categories::add);
    return categories;
  }

  private static List<PlanTerms.Category> categories(Entry root) {
    var categories = new ArrayList<PlanTerms.Category>();
    var entry = root.entry("categories");
    if (entry == null) return categories;
    for (String slug : entry.names()) {
      var codes = CodeScope.parse(entry.list(slug));
      if (codes.isEmpty()) {
        entry.refuse(slug, "an item is no code or range", "Write [99213, 99381-99397]");
        continue;
      }
      category(entry, slug, slug)
          .ifPresent(c -> categories.add(new PlanTerms.Category(codes.get(), c)));
    }
    return categories;
  }

  static Optional<ServiceCategory> category(Entry entry, String name, String slug) {
    if (slug.matches(SLUG)) return Optional.of(new ServiceCategory(slug));
    entry.refuse(name, "\"" + slug + "\" is no category", "Write a word in lower case");
    return Optional.empty();
  }
}
