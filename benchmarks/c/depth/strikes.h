/* Strikes: sorties against the roads and crossings by which the enemy is supplied. */
#pragma once

#include "chance.h"
#include "depth/hits.h"
#include "depth/vital_roads.h"
#include "world.h"

static void strike_vital_road(
    World *w, const Laws *p, int64_t day, int64_t s, int64_t crossing, double sorties, double damage, int64_t cause
) {
    double aimed = sorties * w->sides[s].intelligence;
    double drawn = uniform(w->key, day, INTERDICTION, of_pair(w->sides[s].id, crossing));
    double hits = number_of_hits(drawn, aimed * p->strike_accuracy);
    if (hits == 0.0) return;
    int64_t target = most_vital(w, p, 1 - s, crossing, damage);
    if (target < 0) return;
    w->roads[target].damage = min(1.0, w->roads[target].damage + hits * damage);
    *ledger(w, day, cause, 1 - s) += hits;
}

static void strike(World *w, const Laws *p, int64_t day) {
    for (int64_t s = 0; s < 2; s++) {
        const Side *side = w->sides + s;
        strike_vital_road(w, p, day, s, 0, side->road_strikes, p->road_damage, CAUSE(roads_hit));
        strike_vital_road(w, p, day, s, 1, side->crossing_strikes, p->crossing_damage, CAUSE(crossings_hit));
    }
}
