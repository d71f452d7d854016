"""A speech server for Orca that writes down what it is to say.

Orca reads this file from its settings folder when it starts. To Orca this is a
speech server like any other, so it queues, interrupts and reads on as it does
with a real one.

Each line of the file named by TRANSCRIPT is a JSON array: seconds since the
epoch, "say" or "stop", and the words.
"""

import json
import os
import time

from gi.repository import GLib

from orca import settings, speechserver
from orca.speechserver import SayAllContext

settings.speechServerFactory = __name__
settings.speechFactoryModules = [__name__]
settings.enableKeyEcho = False  # desk.mjs writes down the keys

_file = open(os.environ["TRANSCRIPT"], "a", buffering=1, encoding="utf-8")


def _write(what, words=""):
    _file.write(json.dumps([time.time(), what, words], ensure_ascii=False) + "\n")


class SpeechServer(speechserver.SpeechServer):
    """The one server there is."""

    _only = None

    @staticmethod
    def getFactoryName():
        return "Transcript"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @classmethod
    def getSpeechServer(cls, info=None):
        if cls._only is None:
            cls._only = cls()
        return cls._only

    @staticmethod
    def shutdownActiveServers():
        pass

    def __init__(self):
        super().__init__()
        self._reading = None  # the utterances of "say all", and the progress callback
        self._at = None

    def getInfo(self):
        return ["Transcript", "transcript"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        if text and text.strip():
            _write("say", text.strip())

    def speakCharacter(self, character, acss=None):
        _write("say", character)

    def sayAll(self, utteranceIterator, progressCallback):
        self._reading = (utteranceIterator, progressCallback)
        GLib.idle_add(self._read_on)

    def _read_on(self):
        if self._reading is None:
            return False
        utterances, tell = self._reading
        try:
            self._at, _ = next(utterances)
        except StopIteration:
            self._reading = self._at = None
            return False
        self.speak(self._at.utterance)
        self._at.currentOffset = self._at.startOffset
        tell(self._at.copy(), SayAllContext.PROGRESS)
        self._at.currentOffset = self._at.endOffset
        tell(self._at.copy(), SayAllContext.COMPLETED)
        return True

    def stop(self):
        _write("stop")
        if self._reading is not None and self._at is not None:
            _, tell = self._reading
            self._reading = None
            tell(self._at.copy(), SayAllContext.INTERRUPTED)
