"""Another day for a Python that has this folder on its path: OTHER_DAY is how many days from now."""

import datetime
import os
import time

SHIFT = datetime.timedelta(days=int(os.environ["OTHER_DAY"]))
real_time, real_date, real_datetime = time.time, datetime.date, datetime.datetime


class Date(real_date):
    @classmethod
    def today(cls):
        return real_date.today() + SHIFT


class DateTime(real_datetime):
    @classmethod
    def now(cls, tz=None):
        return real_datetime.now(tz) + SHIFT

    @classmethod
    def utcnow(cls):
        return real_datetime.utcnow() + SHIFT


time.time = lambda: real_time() + SHIFT.total_seconds()
datetime.date, datetime.datetime = Date, DateTime
