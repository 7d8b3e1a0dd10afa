using System.Security.Cryptography;
using System.Text;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Gates;

/// <summary>Accepts callers whose requests have headers or query parameters with certain values: a key, a bearer token, or a user name and a password.</summary>
internal sealed class FieldGate(IReadOnlyList<RequiredField> fields) : Gate
{
    public override string Demand => string.Join(", ", fields.Select(static required => required.Description)) + (fields.Count == 1 ? " is" : " are") + " needed, with the right value.";

    public override Admission Admit(ReceivedRequest request, StubOperation? operation)
        => fields.All(required => Has(required.IsQuery ? request.Query : request.Headers, required)) ? Admission.Passed : Admission.Refused;

    // A parameter that is sent twice with different values does not identify anybody.
    private static bool Has(FieldCollection received, RequiredField required)
    {
        var values = received.GetValues(required.Name);
        return values.Count > 0 && values.All(value => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(required.Value)));
    }
}

/// <summary>A header, or a query parameter, that a request needs.</summary>
internal sealed record RequiredField(string Name, string Value, bool IsQuery)
{
    public string Description => (IsQuery ? "The query parameter '" : "The header '") + Name + "'";
}
