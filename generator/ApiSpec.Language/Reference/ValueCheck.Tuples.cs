using System.Globalization;

namespace ApiSpec.Language.Reference;

// Tables that are written as arrays: each position has a row.
internal sealed partial class ValueCheck
{
    private bool CheckTuple(JsonText json, Place place, ValueForm form, bool report)
    {
        // A page that leaves out a value does not show which one, so the positions of the others are unknown.
        if (json.IsElided)
            return true;
        var rows = form.Rows is { } table ? table.Where(static row => !row.IsRest).ToList() : [];
        var isOpen = form.Rows?.Any(static row => row.IsRest) != false;
        if (!budget.Spend(1 + rows.Count + json.Items.Count))
            return true;
        var fits = true;
        for (var i = 0; i < json.Items.Count && (fits || report) && !IsDone; i++)
        {
            var item = json.Items[i];
            var path = place.Path.Item(i);
            if (i < rows.Count)
            {
                var row = rows[i];
                fits &= CheckValue(item, new Place(path, row.Name, row), row.Type, row.Members, form.Scope, report);
                if (report && _holder is null)
                    MemberFound?.Invoke(item, row);
            }
            else if (ReportsUnknownMembers && report && !isOpen)
            {
                Add(new Violation
                {
                    Kind = ViolationKind.UnknownMember,
                    Value = json,
                    Path = place.Path,
                    Name = place.Name,
                    Member = "[" + i.ToString(CultureInfo.InvariantCulture) + "]",
                    MemberPlace = (item.Start, item.End - item.Start),
                    Owner = OwnerOf(form, place),
                });
            }
        }

        for (var i = json.Items.Count; i < rows.Count && (fits || report) && !IsDone; i++)
        {
            if (Presence.MayBeAbsent(rows[i], isRequest) || Errata.IsOmitted(rows[i].Name))
                continue;
            fits = false;
            if (report)
                AddMissing(json, place, rows[i], OwnerOf(form, place));
        }

        return fits;
    }

    private static string OwnerOf(ValueForm form, Place place) => form.Schema?.Name ?? "'" + place.Name + "'";
}
