using ApiSpec.Drafting.Samples;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Reference;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Puts rows under an object that a column of the table names, if no row but the JSON on the page shows the object.</summary>
internal sealed class NamedParents
{
    private const int Deepest = 24;

    private readonly DraftRow _table;
    private readonly Dictionary<string, List<Place>> _places = new(StringComparer.Ordinal);

    // How many rows at the top have a name.
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    // By the row around them: the rows that can have members.
    private readonly Dictionary<DraftRow, Dictionary<string, DraftRow>> _owners = [];
    private readonly HashSet<DraftRow> _moved = [];

    // The new rows at the top, by the first row that moved.
    private readonly Dictionary<DraftRow, DraftRow> _added = [];

    private NamedParents(DraftRow table) => _table = table;

    /// <summary>Moves rows of a table to their objects.</summary>
    /// <param name="table">The rows, under a row for the body.</param>
    /// <param name="json">The sample or the example of the body; null: none.</param>
    public static void Nest(DraftRow table, JsonText? json)
    {
        if (table.Children.TrueForAll(static row => row.Parent.Length == 0))
            return;
        if (json is not null)
        {
            var parents = new NamedParents(table);
            parents.AddPlaces(json, null, 0);
            parents.Nest();
            // The JSON shows that the name stands for the body.
            var names = (JsonSample.ObjectIn(json)?.Members ?? []).Select(static member => member.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var row in table.Children.Where(row => names.Contains(row.Name)))
                row.ObjectDoubt = null;
        }

        AddObjects(table);
    }

    /// <summary>Accepts rows whose column has the name of the table that they are in.</summary>
    public static void Accept(IEnumerable<DraftRow> rows, string name)
    {
        foreach (var row in rows.Where(row => row.Parent == name))
            row.ObjectDoubt = null;
    }

    // If other rows are in the body itself, a name that no row has is the name of an object.
    private static void AddObjects(DraftRow table)
    {
        var isNamed = table.Children.Exists(static row => row.ObjectDoubt is null && (row.Parent.Length == 0 || RowOwners.IsRoot(row.Parent)));
        var rows = table.Children.ToList();
        var objects = new Dictionary<string, DraftRow>(StringComparer.Ordinal);
        table.Children.Clear();
        foreach (var row in rows)
        {
            if (!isNamed || row.ObjectDoubt is null || !CellWords.IsName(row.Parent) || !(char.IsLetter(row.Parent[0]) || row.Parent[0] == '_'))
            {
                table.Children.Add(row);
                continue;
            }

            if (!objects.TryGetValue(row.Parent, out var owner))
            {
                owner = new DraftRow(row.Parent) { Mark = Mark.Check("an object that only the column of its members names") };
                objects.Add(row.Parent, owner);
                table.Children.Add(owner);
            }

            row.ObjectDoubt = null;
            owner.Children.Add(row);
        }
    }

    // A table can have many objects, and many rows for each, so rows are found by their names, and the table is written once.
    private void Nest()
    {
        foreach (var row in _table.Children)
            _names[row.Name] = _names.GetValueOrDefault(row.Name) + 1;
        foreach (var group in _table.Children.Where(static row => row.Parent.Length > 0).GroupBy(static row => row.Parent, StringComparer.Ordinal))
        {
            var rows = group.ToList();
            var names = rows.Select(static row => row.Name).ToHashSet(StringComparer.Ordinal);
            if (_names.GetValueOrDefault(group.Key) == 0
                && _places.GetValueOrDefault(group.Key)?.Find(place => place.Value.Members.Any(member => names.Contains(member.Name))) is { } place)
                Move(rows, place);
        }

        var kept = _table.Children.ToList();
        _table.Children.Clear();
        foreach (var row in kept)
        {
            if (_added.TryGetValue(row, out var owner))
                _table.Children.Add(owner);
            if (!_moved.Contains(row))
                _table.Children.Add(row);
        }
    }

    private void Move(List<DraftRow> rows, Place place)
    {
        var top = OwnersIn(_table);
        foreach (var row in rows)
        {
            row.ObjectDoubt = null;
            _moved.Add(row);
            _names[row.Name]--;
            if (top.GetValueOrDefault(row.Name) == row)
                top.Remove(row.Name);
        }

        var owner = _table;
        foreach (var (_, name, isList, _) in place.Path())
        {
            var owners = OwnersIn(owner);
            if (!owners.TryGetValue(name, out var next))
            {
                next = new DraftRow(name) { Lists = isList ? 1 : 0, Mark = Mark.FromExample };
                owners.Add(name, next);
                if (ReferenceEquals(owner, _table))
                {
                    _added.Add(rows[0], next);
                    _names[name] = _names.GetValueOrDefault(name) + 1;
                }
                else
                {
                    owner.Children.Add(next);
                }
            }

            next.Type = null;
            owner = next;
        }

        owner.Children.AddRange(rows);
        var inside = OwnersIn(owner);
        foreach (var row in rows.Where(static row => row.CanHaveMembers))
            inside.TryAdd(row.Name, row);
    }

    private Dictionary<string, DraftRow> OwnersIn(DraftRow around)
    {
        if (_owners.TryGetValue(around, out var owners))
            return owners;
        owners = new Dictionary<string, DraftRow>(StringComparer.Ordinal);
        foreach (var row in around.Children.Where(static row => row.CanHaveMembers))
            owners.TryAdd(row.Name, row);
        _owners.Add(around, owners);
        return owners;
    }

    private void AddPlaces(JsonText json, Place? around, int depth)
    {
        if (depth >= Deepest || JsonSample.ObjectIn(json) is not { } value)
            return;
        foreach (var member in value.Members)
        {
            if (JsonSample.ObjectIn(member.Value) is not { } inner)
                continue;
            var place = new Place(around, member.Name, member.Value.Kind == JsonTextKind.Array, inner);
            if (!_places.TryGetValue(member.Name, out var places))
                _places.Add(member.Name, places = []);
            places.Add(place);
            AddPlaces(member.Value, place, depth + 1);
        }
    }

    // An object in the JSON.
    private sealed record Place(Place? Around, string Name, bool IsList, JsonText Value)
    {
        // Starts at the body.
        public IEnumerable<Place> Path() => (Around?.Path() ?? []).Append(this);
    }
}
