using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>The links in a body, and the values of this page for members of shared schemas.</content>
internal sealed partial class BodyDrafter
{
    // Moves the values of this page out of the rows of a schema that other pages also print.
    private void AddValues(DraftRow root)
    {
        foreach (var row in root.Children.Where(static row => row.Constant is not null || row.Link is not null))
        {
            var value = row.Link is { } link ? "link " + link : "always " + RowWriter.Quoted(row.Constant!);
            _values.Add(new DraftEntry(row.Name, new DraftText(value), row.Link is null ? Mark.FromExample : Mark.From("the address"), [.. row.Lines]));
            row.Constant = null;
            row.Link = null;
        }
    }

    // Finds URLs of other operations. The method to call them with is printed next to them.
    private void FindLinks(DraftRow row)
    {
        var method = row.Children.Find(static child => child.Name.Equals("method", StringComparison.OrdinalIgnoreCase));
        foreach (var child in row.Children)
        {
            if (child.Type == "url" && method?.Lines.Count > 0 && MethodIn(method) is { } verb && AddressIn(child) is { } address
                && request.OperationAt(verb, address) is { } operation && row.Lists == 0)
                child.Link = operation.Name;
            FindLinks(child);
        }
    }

    private static string? MethodIn(DraftRow row) => row.Lines[0].Text.Split('"').LastOrDefault(HttpMethods.IsKnown);

    private static string? AddressIn(DraftRow row)
        => row.Lines.Count == 0
            ? null
            : row.Lines[0].Text.Split('"').Select(static text => text.Trim()).LastOrDefault(static text => text.Contains("://", StringComparison.Ordinal));
}
