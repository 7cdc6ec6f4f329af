/* Raids: special forces behind the line disrupt the enemy's busiest road within their reach. */
#pragma once

#include "chance.h"
#include "world.h"

static Road *busiest_road(const World *w, const Laws *p, const Formation *f) {
    const Place *base = here(w, f);
    Road *busiest = 0;
    double carried = 0.0;
    ALL(Road, roads, road) {
        if (road->holder == 1 - f->side && road->owner < 0 && fabs(road->flow) > carried) {
            const Place *a = w->places + road->a, *b = w->places + road->b;
            double east = 0.5 * (a->east + b->east) - base->east, north = 0.5 * (a->north + b->north) - base->north;
            if (sqrt(east * east + north * north) <= p->raid_reach) {
                busiest = road;
                carried = fabs(road->flow);
            }
        }
    }
    return busiest;
}

static void raid(World *w, const Laws *p, int64_t day, int64_t s) {
    const Side *side = w->sides + s;
    if (side->raids <= 0.0) return;
    double chance = p->raid_success * side->intelligence;
    PRESENT_FORMATIONS(f) {
        if (f->side == s && f->kind == SPECIAL && uniform(w->key, day, RAID, f->id) < chance) {
            Road *target = busiest_road(w, p, f);
            if (target) {
                target->damage = min(1.0, target->damage + side->raids);
                LEDGER(raids, 1 - s) += 1.0;
            }
        }
    }
}
