using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Json;

/// <summary>The shapes of a union's alternatives.</summary>
internal sealed class UnionShape : JsonShape
{
    private readonly Func<JsonShape[]> _get;
    private JsonShape[]? _alternatives;
    private bool _tellsListsApart;

    public UnionShape(Func<JsonShape[]> alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        _get = alternatives;
    }

    public JsonShape[] Alternatives
    {
        get
        {
            if (_alternatives is { } known)
                return known;
            var alternatives = _get();
            // A single list alternative accepts any array, so that a wrong item is reported as such. Several lists, and lists of single values, are
            // distinguished by trying to read them.
            var lists = Array.FindAll(alternatives, static alternative => alternative is ListShape or TupleShape);
            _tellsListsApart = lists.Length > 1 || lists is [ListShape { HasSingleItems: true }];
            return _alternatives = alternatives;
        }
    }

    /// <summary>Whether a list is only a match if all its items can be read.</summary>
    public bool TellsListsApart => Alternatives.Length > 0 && _tellsListsApart;

    internal override bool CanBegin(JsonTokenType token) => true;
}
