using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds tables that are of another kind than the heading above them, such as a table of statuses below the rows of a body. Each becomes a part.
/// </summary>
internal sealed partial class MisplacedTables
{
    private const string Status = "status";
    private const string Headers = "headers";
    private const string Name = "name";
    private const string Code = "code";
    private const string DoubtfulStatuses = "whether these are statuses";
    private const int LongestCaption = 100;

    // 'Possible response codes'.
    private const int MostWords = 3;

    private static readonly string[] s_ofResponse = ["response", ProfileKeys.Error, ProfileKeys.ResponseHeaders];

    private static readonly string[] s_ofText = ["message", "description"];

    private readonly SectionPart _part;
    private readonly Profile _profile;
    private readonly bool _isOfResponse;
    private readonly List<SectionPart> _parts = [];
    private readonly List<PageLine> _own = [];

    // The number of own lines up to the end of the last table.
    private int _endOfTable;

    // The lines up to this one are not statuses that start a part.
    private int _searched;

    private MisplacedTables(SectionPart part, Profile profile)
        => (_part, _profile, _isOfResponse) = (part, profile, Array.IndexOf(s_ofResponse, part.Key) >= 0);

    /// <summary>Returns the parts of a section, with each such table as a separate part.</summary>
    /// <param name="parts">The parts at the headings of the section.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IReadOnlyList<SectionPart> Place(IReadOnlyList<SectionPart> parts, Profile profile, CancellationToken cancellationToken)
        => [.. parts.SelectMany(part => ProfileKeys.HasRows(part.Key) && part.TypeName is null || part.Key is null or ProfileKeys.Group
            ? new MisplacedTables(part, profile).Divide(cancellationToken) : [part])];

    private List<SectionPart> Divide(CancellationToken cancellationToken)
    {
        var lines = _part.Lines;
        for (var i = 0; i < lines.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = lines[i].IsBlank || lines[i].Within > 0 ? null : KindAt(i);
            var next = Math.Max(i + 1, found?.Next ?? 0);
            var table = lines.Skip(i).Take(next - i);
            if (found is { Kind: { } kind })
            {
                table = TakeTitles(lines[i]).Concat(table);
                var caption = TakeCaption() ?? (_part.Key is null && _parts.Count == 0 && _own.TrueForAll(static line => line.IsBlank) ? _part.Heading : null);
                if (!ReferenceEquals(caption, _part.Heading))
                    Close();
                var isSure = kind == Status && caption is not null && OfStatuses().IsMatch(caption.Text);
                _parts.Add(new SectionPart(kind, caption, [.. table]) { Doubt = isSure ? null : found.Value.Doubt });
            }
            else
            {
                _own.AddRange(table);
                if (found is not null)
                    _endOfTable = _own.Count;
            }

            i = next;
        }

        if (_parts.Count == 0)
            return [_part];
        if (_part.Key is not null || _own.Exists(static line => !line.IsBlank))
            Close();
        return _parts;
    }

    // The rows above the first one that fits belong to the same table.
    private List<PageLine> TakeTitles(PageLine row)
    {
        var first = _own.Count;
        while (row.Table > 0 && first > 0 && (_own[first - 1].IsBlank || _own[first - 1].Table == row.Table))
            first--;
        var titles = _own.GetRange(first, _own.Count - first);
        if (titles.TrueForAll(static line => line.IsBlank))
            return [];
        _own.RemoveRange(first, _own.Count - first);
        _endOfTable = Math.Min(_endOfTable, _own.Count);
        return titles;
    }

    // The line above a table that is short and no sentence.
    private PageLine? TakeCaption()
    {
        var index = _own.FindLastIndex(static line => !line.IsBlank);
        if (index < _endOfTable || _own[index] is not { Kind: LineKind.Text or LineKind.Heading, IsItem: false } caption
            || caption.Text.Length > LongestCaption || !IsCaption(caption))
            return null;
        _own.RemoveRange(index, _own.Count - index);
        return caption;
    }

    // Another sentence says something that the table does not.
    private static bool IsCaption(PageLine line)
        => !line.Text.EndsWith('.')
            && (line.Kind == LineKind.Heading || line.Text[^1] is ':' or '\uFF1A' || OfStatuses().IsMatch(line.Text) || Numbered().IsMatch(line.Text)
                || line.Text.Split(' ').Length <= MostWords);

    private void Close()
    {
        // The first part has the heading.
        if (_parts.Count == 0)
            _parts.Add(_part with { Lines = [.. _own] });
        else if (_own.Exists(static line => !line.IsBlank))
            _parts.Add(_part with { Heading = null, Known = null, Status = null, Lines = [.. _own] });
        _own.Clear();
        _endOfTable = 0;
    }

    // Returns the kind of the table at a line, if it is not the kind of the part, and the line after the table; null: no table.
    private (string? Kind, string? Doubt, int Next)? KindAt(int index)
    {
        var run = index < _searched ? 0 : StatusRuns.EndAt(_part.Lines, index, out _searched);
        if (run > 0)
            return (Status, IsSure(index, run) ? null : DoubtfulStatuses, run);
        if (!ProfileKeys.HasRows(_part.Key))
            return null;
        var rows = TableReader.Read(_part.Lines, index, _part.Key!, _profile, out var header, out var end);
        var isOfMembers = rows is not null && header!.Roles.Contains("type");
        // The drafter of statuses finds those under a heading of the response by the titles of their columns.
        if (!_isOfResponse && TableReader.Read(_part.Lines, index, Status, _profile, out var codes, out var next) is { Count: > 0 } statuses
            && statuses.All(static row => IsStatus(Cell(row, Code))))
        {
            var isSure = (codes!.TitleOf(Code) is { } title && OfCodes().IsMatch(title)) || statuses.Any(HasPhrase);
            return (Status, isSure ? null : DoubtfulStatuses, next);
        }


        if (rows is { Count: > 0 } && !isOfMembers && rows.All(static row => IsStatus(Cell(row, Name))) && (rows.Count > 1 || HasPhrase(rows[0])))
            return (Status, rows.Any(HasPhrase) ? null : DoubtfulStatuses, end);
        if (rows is { Count: > 0 } && KindOf(header!.TitleOf(Name) ?? "") is { } kind)
            return (kind, null, end);
        if (isOfMembers)
            return (null, null, end);
        if (!_isOfResponse && TableReader.Read(_part.Lines, index, ProfileKeys.ErrorCodes, _profile, out codes, out next) is { Count: > 0 } errors
            && errors.All(static row => ErrorCodeText.Is(Cell(row, Code))))
            return (ProfileKeys.ErrorCodes, IsOfErrors(codes!) ? null : "whether these are error codes", next);
        if (TableReader.Read(_part.Lines, index, ProfileKeys.Roles, _profile, out var roles, out next) is { Count: > 0 } && !IsNameTitle(roles!.TitleOf(Name)))
            return (ProfileKeys.Roles, "whether these are the roles that may call it", next);
        return rows is null ? null : (null, null, end);
    }

    // Numbers after the rows of a part can be values of a member.
    private bool IsSure(int start, int end)
        => (_endOfTable == 0 && (_isOfResponse || (_part.Heading is { } heading && OfResults().IsMatch(heading.Text))))
            || _part.Lines.Skip(start).Take(end - start).Any(static line
                => StatusLine.StartsWithPhrase(StatusLine.WithoutLabel(Folding.WithoutBullet(line.Text).Trim('`'))));

    private static string Cell(TableRow row, string role) => row.Cells.GetValueOrDefault(role, "").Trim('`', '"', '\'', '*');

    private static bool IsStatus(string text)
        => StatusCodes.Of(text).Count > 0 || (StatusLine.OfHeading(text) is { Code: var code } && StatusLine.IsDefined(code));

    private static bool HasPhrase(TableRow row)
        => StatusLine.IsWhole(Cell(row, Code).Length > 0 ? Cell(row, Code) : Cell(row, Name))
            || s_ofText.Any(role => StatusLine.IsWhole(Cell(row, Code) + Cell(row, Name) + " " + Cell(row, role).TrimEnd('.')));

    private static bool IsOfErrors(TableHeader header) => header.TitleOf(Code)?.Contains("error", StringComparison.OrdinalIgnoreCase) == true;

    private bool IsNameTitle(string? title)
        => title is not null && _profile.ColumnsOf(_part.Key!).Any(column => column.Role == Name && column.Titles.Contains(Folding.Of(title)));

    // 'Header name' and 'Query parameter' above the names say where they are.
    private string? KindOf(string title)
    {
        var folded = Folding.Of(title);
        if (folded.EndsWith(" name", StringComparison.Ordinal))
            folded = folded[..^" name".Length];
        var kind = folded.StartsWith("ur", StringComparison.Ordinal) ? null : ProfileKeys.KindOf(folded);
        if (kind == Headers && _isOfResponse)
            kind = ProfileKeys.ResponseHeaders;
        return kind == _part.Key || kind is "body" or "body form" || (_isOfResponse && kind != ProfileKeys.ResponseHeaders) ? null : kind;
    }

    // 'Response times' are something else.
    [GeneratedRegex("\\b(status(es)?|responses|errors?|returns?|returned|results|HTTP|(response|result) codes?)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfResults();

    // 'Status' alone can be a member.
    [GeneratedRegex("\\b(HTTP|responses?|(status|return|result) codes?)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfCodes();

    [GeneratedRegex("^Table [0-9]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    [GeneratedRegex("\\bstatus(es)?\\b|\\b(response|return|HTTP|result)( status)? codes?\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfStatuses();
}
