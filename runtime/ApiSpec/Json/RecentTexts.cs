#if NET8_0_OR_GREATER
using System.Text;
using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>
/// The recent strings of one member. A repeated string, such as a state or a category in a list, is then a single object. It pauses if
/// the strings do not repeat.
/// </summary>
/// <remarks>Threads share it without a lock: each string is compared before it is used, and a lost string is read again.</remarks>
internal sealed class RecentTexts
{
    /// <summary>Longer strings seldom repeat, and would stay in memory.</summary>
    public const int LongestText = 64;

    private const int Places = 8;
    private const int InitialCredit = 12;
    private const int FirstPause = 256;
    private const int LongestPause = 4 * 1024;

    private ulong[]? _keys;
    private string?[]? _texts;
    private int _nextPlace;

    // Positive: the remaining number of misses. Negative: the number of strings that are read without a lookup.
    private int _credit = InitialCredit;
    private int _pause = FirstPause;

    /// <summary>Reads the current string of the reader: without escapes, in one block, and not longer than <see cref="LongestText"/>.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        var credit = _credit;
        if (credit <= 0)
        {
            _credit = credit >= -1 ? InitialCredit : credit + 1;
            return JsonRead.Text(ref reader);
        }

        // The first string is not remembered, because most records are only read once.
        if (_keys is not { } keys || _texts is not { } texts)
        {
            _texts = new string?[Places];
            _keys = new ulong[Places];
            return JsonRead.Text(ref reader);
        }

        var utf8 = reader.ValueSpan;
        var key = TextKey.Of(utf8);
        var place = keys.AsSpan().IndexOf(key);
        if (place >= 0 && texts[place] is { } known && Ascii.Equals(utf8, known))
        {
            if (credit < InitialCredit)
            {
                _credit = InitialCredit;
                _pause = FirstPause;
            }

            return known;
        }

        return Add(JsonRead.Text(ref reader), utf8.Length, key, keys, texts, credit);
    }

    private string Add(string text, int length, ulong key, ulong[] keys, string?[] texts, int credit)
    {
        // As many characters as bytes: it is ASCII, and can be compared without decoding.
        if (text.Length == length)
        {
            var place = _nextPlace++ & (Places - 1);
            texts[place] = text;
            keys[place] = key;
        }

        if (credit > 1)
        {
            _credit = credit - 1;
        }
        else
        {
            _credit = -_pause;
            _pause = Math.Min(_pause * 2, LongestPause);
        }

        return text;
    }
}
#endif
