/* Record: the day's series, as a historian would note them. */
#pragma once

#include "world.h"

static void record_formations(World *w, int64_t day) {
    ALL(Formation, formations, f) {
        int64_t s = f->side;
        SERIES(casualties, s) += f->casualties;
        SERIES(captured, s) += f->captured;
        if (f->status == PRESENT) {
            double men = f->strength;
            SERIES(strength, s) += men;
            SERIES(stock_days, s) += men * (f->use > 0.0 ? f->stock / f->use : 0.0);
            SERIES(effect, s) += men * f->effect;
            SERIES(morale, s) += men * f->morale;
            SERIES(delivered, s) += f->received;
            SERIES(encircled, s) += f->pocket != FREE ? men : 0.0;
            SERIES(sealed, s) += f->pocket == SEALED ? men : 0.0;
            SERIES(porous, s) += f->pocket == POROUS ? men : 0.0;
            SERIES(assaults, s) += f->order == ASSAULT ? 1.0 : 0.0;
        }
    }
    for (int64_t s = 0; s < 2; s++) {
        if (SERIES(strength, s) > 0.0) {
            SERIES(stock_days, s) /= SERIES(strength, s);
            SERIES(effect, s) /= SERIES(strength, s);
            SERIES(morale, s) /= SERIES(strength, s);
        }
    }
}

static void record_ground(World *w, int64_t day) {
    double *row = w->series + day * N_SERIES;
    ALL(Place, places, place) {
        SERIES(places, place->holder) += 1.0;
        if (place->trucks > 0.0) SERIES(trucks, place->depot) += place->trucks;
        row[SERIES_displaced] += place->population - place->harmed - place->civilians;
        row[SERIES_harmed] += place->harmed;
        if (place->contested) {
            double lost = min(place->area, place->gained);
            SERIES(area, place->holder) += place->area - lost;
            SERIES(area, 1 - place->holder) += lost;
        }
    }
    ALL(Road, roads, road) {
        if (road->holder >= 0 && road->damage >= 1.0) SERIES(roads_cut, road->holder) += 1.0;
    }
}

static void record(World *w, int64_t day) {
    record_formations(w, day);
    record_ground(w, day);
    for (int64_t s = 0; s < 2; s++) {
        const Side *side = w->sides + s;
        SERIES(intelligence, s) = side->intelligence;
        SERIES(aimed, s) = side->aimed;
        SERIES(will, s) = side->will;
        SERIES(trucks, s) += side->trucks;
    }
}
