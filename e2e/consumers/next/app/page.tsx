export default function Home() {
  return <h1>주문 취소</h1>;
}
