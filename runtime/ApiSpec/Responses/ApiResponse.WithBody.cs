using ApiSpec.Generated;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The answer of an operation whose success has a body.</summary>
/// <typeparam name="TBody">The body of a success.</typeparam>
/// <typeparam name="TError">The body of unsuccessful answers; <see cref="ApiRawBody"/> when the reference does not describe it.</typeparam>
/// <typeparam name="TStatus">The operation's status codes; the value of each member is the code.</typeparam>
public sealed class ApiResponse<TBody, TError, TStatus> : ApiResponse<TError, TStatus>
    where TError : class
    where TStatus : struct, Enum
{
    internal ApiResponse(ReceivedResponse received, ApiJson<TError>? error, ApiBodyForm form, ApiJson<TBody>? body)
        : base(received, error, keepUndocumentedBody: false)
    {
        if (!IsSuccess)
            return;

        switch (form)
        {
            case ApiBodyForm.Text:
                Body = (TBody)(object)received.ReadText();
                HasBody = true;
                break;
            case ApiBodyForm.Raw:
                RawBody = received.WholeBody;
                Body = (TBody)(object)RawBody;
                HasBody = true;
                break;
            default:
                var violation = received.TryReadJson(body!, out var value);
                if (violation is null)
                {
                    Body = value;
                    HasBody = true;
                }
                else if (received.MayLackBody)
                {
                    RawBody = received.RawBody;
                }
                else
                {
                    throw received.CreateContractException(violation);
                }

                break;
        }
    }

    /// <summary>The body of a success; null for a failure, and for a success whose status allows none (204, 205, redirects).</summary>
    public TBody? Body { get; }

    private bool HasBody { get; }

    /// <summary>The body of a successful answer.</summary>
    /// <exception cref="ApiException">The status is a failure.</exception>
    /// <exception cref="ApiContractException">The status is a success that came without a body.</exception>
    public new TBody EnsureSuccess()
    {
        base.EnsureSuccess();
        return HasBody
            ? Body!
            : throw new ApiContractException(Operation, StatusCode, "there is no body", null, RawBody, null);
    }
}
