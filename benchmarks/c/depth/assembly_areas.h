/* Assembly areas: deep fires hit troops massed for an assault, as far as a side sees behind the enemy's front. */
#pragma once

#include "battle/losses.h"
#include "chance.h"
#include "depth/hits.h"
#include "world.h"

static int is_massed(const Formation *f) { return f->status == PRESENT && f->order == ASSAULT; }

static void set_back(const Laws *p, Formation *f, int64_t days) {
    if ((double)f->prepared >= p->preparation) return;
    f->prepared = f->prepared > days ? f->prepared - days : 0;
}

static void strike_assembly_areas(World *w, const Laws *p, int64_t day, int64_t s) {
    const Side *side = w->sides + s, *enemy = w->sides + 1 - s;
    double sorties = side->assembly_strikes * side->depth * (1.0 - enemy->deception), men = 0.0;
    if (sorties <= 0.0) return;
    ALL(Formation, formations, f) {
        if (f->side != s && is_massed(f)) men += f->strength;
    }
    if (men <= 0.0) return;
    ALL(Formation, formations, f) {
        if (f->side == s || !is_massed(f)) continue;
        double chance = hit_chance(sorties * f->strength / men, p->strike_accuracy);
        double drawn = uniform(w->key, day, ASSEMBLY, of_pair(f->id, side->id));
        if (drawn < chance) {
            lose(w, day, f, min(f->strength, p->assembly_loss), CAUSE(lost_assembling));
            set_back(p, f, (int64_t)(p->assembly_delay + drawn / chance));
            LEDGER(assemblies_hit, 1 - s) += 1.0;
        }
    }
}
