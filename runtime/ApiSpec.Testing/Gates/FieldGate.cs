using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Gates;

/// <summary>Accepts callers whose requests have fields with certain values: a key, a bearer token, or a user name and a password.</summary>
internal sealed class FieldGate(IReadOnlyList<RequiredField> fields) : Gate
{
    public override string Demand
        => string.Join(", ", fields.Select(static required => required.Description)) + (fields.Count == 1 ? " is" : " are") + " needed, with the right value.";

    public override Admission Admit(ReceivedRequest request, StubOperation? operation)
        => fields.All(required => Has(request, required)) ? Admission.Passed : Admission.Refused;

    // A parameter that is sent twice with different values does not identify a caller.
    private static bool Has(ReceivedRequest request, RequiredField required)
    {
        var values = RequestFields.Of(request, required.Place, required.Name);
        return values.Count > 0 && values.All(required.Accepts);
    }
}
