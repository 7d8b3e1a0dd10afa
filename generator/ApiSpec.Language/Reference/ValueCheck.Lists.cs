using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

// Lists and maps: their number of items, and each item.
internal sealed partial class ValueCheck
{
    private bool CheckList(JsonText json, Place place, ValueForm form, bool report)
    {
        var fits = json.IsElided || CheckCount(json, place, form, json.Items.Count, report);
        if (!json.IsElided && (fits || report))
            fits &= CheckNumbers(json, place, form, report);
        for (var i = 0; i < json.Items.Count && (fits || report) && !IsDone; i++)
            fits &= CheckValue(
                json.Items[i], new Place(place.Path.Item(i), place.Name, null) { Around = place.Around }, form.Type.Arguments[0], form.Rows, form.Scope,
                report);
        return fits;
    }

    private bool CheckMap(JsonText json, Place place, ValueForm form, bool report)
    {
        var fits = json.IsElided || CheckCount(json, place, form, json.Members.Count, report);
        for (var i = 0; i < json.Members.Count && (fits || report) && !IsDone; i++)
        {
            var member = json.Members[i];
            fits &= CheckValue(
                member.Value, new Place(place.Path.Member(member.Name), place.Name, null) { Around = place.Around }, form.Type.Arguments[0], form.Rows,
                form.Scope, report);
        }

        return fits;
    }

    private bool CheckCount(JsonText json, Place place, ValueForm form, int count, bool report)
        => ScalarCheck.OutsideCount(place.Row?.Range ?? form.Range, count) is not { } outside
            || Refuse(ViolationKind.OutsideRange, json, place, outside, form.Type, report);

    // An item that fits several alternatives counts as any of them, so that no valid list is rejected.
    private bool CheckNumbers(JsonText json, Place place, ValueForm form, bool report)
    {
        foreach (var counted in _types.Counted(form.Type.Arguments[0], form.Scope))
        {
            var (minimum, maximum) = (counted.Number.Minimum, counted.Number.Maximum);
            var fitting = json.Items.Where(item => Fits(item, counted.Type)).ToList();
            var found = fitting.Count;
            var bound = "needs " + minimum.ToString(CultureInfo.InvariantCulture);
            if (found >= minimum)
            {
                if (maximum is not { } most || found <= most)
                    continue;
                bound = "takes at most " + most.ToString(CultureInfo.InvariantCulture);
                found = fitting.Count(item => !counted.Alternatives.Where((_, i) => i != counted.Position).Any(other => Fits(item, other)));
                if (found <= most)
                    continue;
            }

            if (IsDone)
                return true;
            var reason = "it has " + found.ToString(CultureInfo.InvariantCulture) + " " + (counted.Type.Name ?? TypeParser.NameOf(counted.Type.Kind)) + ", and "
                + bound;
            return Refuse(ViolationKind.WrongNumber, json, place, reason, form.Type, report);

            bool Fits(JsonText item, TypeReference type) => CheckValue(item, new Place(place.Path, place.Name, null), type, null, counted.Scope, report: false);
        }

        return true;
    }
}
