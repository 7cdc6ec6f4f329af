/* Intelligence: what a side sees, and how much of its fire is therefore aimed. */
#pragma once

#include "chance.h"
#include "world.h"

static double aimed_share(double coverage, double least, double most) { return least + (most - least) * coverage; }

static double fire_effect(double aimed, double density) { return aimed + (1.0 - aimed) * density; }

static double warned(double detection, double preparation, double notice) {
    double missed = pow(1.0 - detection, max(preparation - notice, 0.0));
    return 1.0 - missed;
}

static double decision_lag(const Laws *p, double coverage) {
    return p->order_lag + p->order_lag_blind * (1.0 - coverage);
}

static double lag_of_orders(const Laws *p, const Side *side) {
    return decision_lag(p, side->intelligence) + side->disrupted;
}

static int is_noticed_in_time(const World *w, const Laws *p, int64_t day, const Formation *f) {
    const Side *enemy = w->sides + 1 - f->side;
    double detection = p->detection * enemy->intelligence * (1.0 - w->sides[f->side].deception);
    double chance = warned(detection, p->preparation, lag_of_orders(p, enemy));
    return uniform(w->key, day, ALARM, f->id) < chance;
}

static void raise_alarm(World *w, const Laws *p, int64_t day) {
    ALL(Place, places, place) place->alarm = 0.0;
    PRESENT_FORMATIONS(f) {
        if (f->order != ASSAULT) continue;
        double chance = p->detection * w->sides[1 - f->side].intelligence * (1.0 - w->sides[f->side].deception);
        if ((double)f->prepared > p->preparation || uniform(w->key, day, WARNING, f->id) < chance) f->noticed = 1;
        Place *objective = w->places + f->objective;
        if (f->noticed && objective->holder != f->side) objective->alarm += f->strength;
    }
}

static void misjudge(World *w, const Laws *p, int64_t day) {
    double kept = day > 0 ? p->estimate_memory : 0.0;
    ALL(Place, places, place) {
        if (place->fronts == 0 && day != 0) continue;
        double drawn = normal(w->key, day, ESTIMATE, place->id);
        place->misjudged = kept * place->misjudged + sqrt(1.0 - kept * kept) * drawn;
    }
}

static double reported_men(const World *w, const Laws *p, const Place *place, double coverage) {
    if (place->men <= 0.0) return 0.0;
    double error = p->estimate_spread * (1.0 - coverage) * place->misjudged;
    return place->men * (1.0 - w->sides[place->holder].deception) * exp(error);
}

static double expected_men(const World *w, int64_t s) {
    double men = 0.0;
    int64_t fronts = 0;
    PRESENT_FORMATIONS(f) {
        if (f->side == s) men += f->established;
    }
    ALL(Place, places, place) fronts += place->holder == s && place->fronts > 0;
    return fronts > 0 ? men * (1.0 - w->sides[s].deception) / (double)fronts : 0.0;
}

static void see(World *w, const Laws *p, int64_t day) {
    for (int64_t s = 0; s < 2; s++) {
        Side *side = w->sides + s;
        side->intelligence = min(1.0, side->own_coverage + side->lent_coverage);
        side->aimed = aimed_share(side->intelligence, p->aimed_least, p->aimed_most);
        side->depth = min(1.0, p->depth_share * side->own_coverage + side->lent_coverage);
    }
    for (int64_t s = 0; s < 2; s++) {
        w->sides[s].bombing = w->sides[s].bombs * (1.0 - p->bomb_warning * w->sides[1 - s].depth);
    }
    raise_alarm(w, p, day);
    misjudge(w, p, day);
    double memory = day > 0 ? p->picture_memory : 0.0, by_side[2] = {expected_men(w, 0), expected_men(w, 1)};
    ALL(Place, places, place) {
        if (place->fronts == 0 && place->men <= 0.0 && place->picture <= 0.0) continue;
        double coverage = w->sides[1 - place->holder].intelligence, chance = p->detection * coverage;
        if (place->fronts > 0) chance = 1.0 - (1.0 - chance) * (1.0 - p->contact_detection);
        if (uniform(w->key, day, DETECTION, place->id) < chance) {
            place->picture = reported_men(w, p, place, coverage);
        } else {
            double expected = place->fronts > 0 ? by_side[place->holder] : 0.0;
            place->picture = expected + memory * (place->picture - expected);
        }
    }
}
