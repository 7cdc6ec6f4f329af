/* Record: the day's series. */

static void record(World *w, int64_t day) {
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
            SERIES(assaults, s) += f->order == ASSAULT;
        }
    }
    for (int s = 0; s < 2; s++) {
        if (SERIES(strength, s) > 0.0) {
            SERIES(stock_days, s) /= SERIES(strength, s);
            SERIES(effect, s) /= SERIES(strength, s);
            SERIES(morale, s) /= SERIES(strength, s);
        }
        SERIES(intelligence, s) = w->sides[s].intelligence;
        SERIES(aimed, s) = w->sides[s].aimed;
        SERIES(will, s) = w->sides[s].will;
        SERIES(trucks, s) = w->sides[s].trucks;
    }
    ALL(Place, places, place) {
        SERIES(places, place->holder) += 1.0;
        w->series[day * N_SERIES + SERIES_displaced] += place->population - place->harmed - place->civilians;
        w->series[day * N_SERIES + SERIES_harmed] += place->harmed;
        if (place->contested) {
            double lost = place->area * least(1.0, place->gained / place->depth);
            SERIES(area, place->holder) += place->area - lost;
            SERIES(area, 1 - place->holder) += lost;
        }
    }
    ALL(Road, roads, road) {
        if (road->holder >= 0 && road->damage >= 1.0) SERIES(roads_cut, road->holder) += 1.0;
    }
}
