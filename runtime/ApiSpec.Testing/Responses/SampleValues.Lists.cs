using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Testing.Responses;

// Lists and maps. The range of their row counts their values, so the values themselves do not have it.
internal partial class SampleValues
{
    // A character that separates no values and encloses no list.
    private const char Neutral = '-';

    private JsonArray List(TypeReference type, RowDeclaration row, TypeScope scope, ValueRange? range)
    {
        var list = new JsonArray();
        var item = type.Arguments[0];
        var counted = _types.Counted(item, scope).ToList();
        var outer = _path;
        foreach (var alternative in counted)
        {
            for (var i = 0; i < alternative.Number.Minimum && Add(alternative.Type, alternative.Scope); i++)
            {
            }
        }

        var minimum = SampleNumber.Count(range?.Minimum) ?? 0;
        var count = variation is null || counted.Count > 0
            ? minimum
            : Math.Min(Math.Max(minimum, 1) + (int)Vary(3, 0), SampleNumber.Count(range?.Maximum) ?? int.MaxValue);
        // Values of an alternative that occurs a certain number of times would be too many.
        var (further, inner) = counted.Count == 0 ? (item, scope) : (FreeAlternative(counted), counted[0].Scope);
        while (list.Count < count && further is not null && Add(further, inner))
        {
        }

        return list;

        // A schema that contains a list of itself has no inner items.
        bool Add(TypeReference added, TypeScope addedScope)
        {
            _path = string.Create(CultureInfo.InvariantCulture, $"{outer}/{list.Count}");
            var value = Of(added, row, addedScope, null);
            _path = outer;
            if (value is null)
                return false;
            list.Add(value);
            return true;
        }
    }

    private static TypeReference? FreeAlternative(List<CountedAlternative> counted)
        => counted[0].Alternatives.Where((_, i) => counted.TrueForAll(alternative => alternative.Position != i)).FirstOrDefault()
            ?? counted.Find(static alternative => alternative.Number.Maximum is null)?.Type;

    private JsonObject Map(TypeReference type, RowDeclaration row, TypeScope scope, ValueRange? range)
    {
        var map = new JsonObject();
        var count = SampleNumber.Count(range?.Minimum) ?? 0;
        var outer = _path;
        while (map.Count < count)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{row.Name}{map.Count + 1}");
            _path = outer + "/" + name;
            if (Of(type.Arguments[0], row, scope, null) is not { } value)
                break;
            map.Add(name, value);
        }

        _path = outer;
        return map;
    }

    // A list in one string has at least one value, because servers can take an empty string for a missing list.
    private string? Joined(TypeReference type, RowDeclaration row, TypeScope scope, ValueRange? range)
    {
        var separator = WrittenForm.SeparatorOf(type.Kind)!.Value;
        if (SampleNumber.Count(range?.Maximum) == 0)
            return ListForm.Enclose(type, "");
        var count = Math.Max(SampleNumber.Count(range?.Minimum) ?? 0, 1);
        var outer = _path;
        var items = new List<string>();
        while (items.Count < count)
        {
            _path = items.Count == 0 ? outer : string.Create(CultureInfo.InvariantCulture, $"{outer}/{items.Count}");
            if (Of(type.Arguments[0], row, scope, null) is not { } item)
                break;
            var text = item.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : item.ToJsonString();
            items.Add(string.Concat(text.Select((c, i) => IsMark(c) || (char.IsWhiteSpace(c) && (i == 0 || i == text.Length - 1)) ? Neutral : c)));
        }

        _path = outer;
        return items.Count == 0 ? null : ListForm.Enclose(type, string.Join(separator, items));

        bool IsMark(char c) => c == separator || type.Enclosure?.Contains(c) == true;
    }
}
