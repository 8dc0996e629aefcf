@file:JvmName("Consumer")

package consumer

import com.squareup.moshi.Moshi
import org.openapitools.client.apis.OrdersApi
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.ClientError
import org.openapitools.client.infrastructure.ClientException
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.CancelRequest
import org.openapitools.client.models.CancelledOrder
import org.openapitools.client.models.ErrorDetail
import org.openapitools.client.models.InvalidRequest
import org.openapitools.client.models.RequestedStatus

/** Sends one cancel with the generated client, and prints the result as one line of JSON. */
fun main() {
    println(Moshi.Builder().build().adapter(Any::class.java).serializeNulls().toJson(cancel()))
}

private fun given(name: String): String = System.getenv(name) ?: ""

private fun cancel(): Map<String, Any?> {
    ApiClient.apiKey["Authorization"] = given("Authorization")
    val request = CancelRequest(
        axStatus = RequestedStatus.decode(given("ax_status"))!!,
        channelStatus = RequestedStatus.decode(given("channel_status"))!!,
        comment = System.getenv("comment"),
    )
    return try {
        // This one returns the order alone: a status other than a success is an exception.
        val order = OrdersApi(given("BASE_URL")).cancelTourOrder(given("ax_order_code"), request)
        printed(200, null, fields(order))
    } catch (e: ClientException) {
        val text = (e.response as ClientError<*>).body.toString()
        val body =
            if (e.statusCode == 400) fields(Serializer.moshi.adapter(InvalidRequest::class.java).fromJson(text)!!)
            else fields(Serializer.moshi.adapter(ErrorDetail::class.java).fromJson(text)!!)
        printed(e.statusCode, e, body)
    } catch (e: Exception) {
        System.err.println(e)
        printed(null, e, null)
    }
}

private fun printed(status: Int?, raised: Exception?, body: Map<String, Any?>?): Map<String, Any?> =
    mapOf("status" to status, "raised" to raised?.javaClass?.simpleName, "body" to body)

private fun fields(order: CancelledOrder): Map<String, Any?> = mapOf(
    "channel_order_code" to order.channelOrderCode,
    "channel_order_status" to order.channelOrderStatus,
    "ax_order_code" to order.axOrderCode,
    "ax_order_status" to order.axOrderStatus,
)

private fun fields(error: ErrorDetail): Map<String, Any?> = mapOf("detail" to error.detail)

private fun fields(error: InvalidRequest): Map<String, Any?> = mapOf(
    "detail" to error.detail,
    "ax_status" to error.axStatus,
    "channel_status" to error.channelStatus,
    "comment" to error.comment,
    "non_field_errors" to error.nonFieldErrors,
).filterValues { it != null }
