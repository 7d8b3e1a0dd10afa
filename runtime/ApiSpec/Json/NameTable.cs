namespace ApiSpec.Json;

/// <summary>A hash table of a few names in UTF-8, which finds the position of a name.</summary>
internal sealed class NameTable
{
    private const int KeyBits = 64;

    private readonly byte[][] _names;
    private readonly ulong[] _keys;

    // Positions plus one; 0: no name. More than half of the places have no name, so each search soon ends.
    private readonly int[] _places;
    private readonly int _shift;

    public NameTable(byte[][] names)
    {
        _names = names;
        _keys = new ulong[names.Length];
        var bits = 1;
        while (1L << bits <= 2L * names.Length)
            bits++;
        _shift = KeyBits - bits;
        _places = new int[1 << bits];
        for (var i = 0; i < names.Length; i++)
        {
            var place = PlaceOf(_keys[i] = TextKey.Of(names[i]));
            while (_places[place] != 0)
                place = Next(place);
            _places[place] = i + 1;
        }
    }

    /// <summary>The position of a name; -1 if it is unknown. Of equal names, the first one is found.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var key = TextKey.Of(name);
        for (var place = PlaceOf(key); ; place = Next(place))
        {
            var index = _places[place] - 1;
            if (index < 0 || (_keys[index] == key && name.SequenceEqual(_names[index])))
                return index;
        }
    }

    private int PlaceOf(ulong key) => (int)((key * TextKey.Spread) >> _shift);

    private int Next(int place) => (place + 1) & (_places.Length - 1);
}
